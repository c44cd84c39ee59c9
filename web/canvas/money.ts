// How a language writes money in a currency.

export interface MoneyStyle {
  prefix: string;
  suffix: string;
}

/** An unknown code is shown as it is. */
export function moneyStyle(language: string, currency: string): MoneyStyle {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency });
  const parts = format.formatToParts(1);
  const number = parts.findIndex(({ type }) => type === 'integer');
  const join = (from: number, to?: number) =>
    parts.slice(from, to).filter(({ type }) => type === 'currency' || type === 'literal').map(({ value }) => value).join('');
  return {
    prefix: join(0, number),
    suffix: join(number + 1),
  };
}
