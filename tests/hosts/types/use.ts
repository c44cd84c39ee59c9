// Every entry, as TypeScript without any library but the language's own.
import createSextant, { type Report, type Result } from 'sextant-engine';
import createInline from 'sextant-engine/inline';
import createTools from 'sextant-engine/tools';
import createInlineTools from 'sextant-engine/tools/inline';
import wasm from 'sextant-engine/sextant-engine.wasm';

export async function use(): Promise<number> {
  const sextant = await createSextant({ wasm });
  const { ok, value: report, error } = sextant.evaluate({ grossMargin: 0.4 });
  if (!ok) throw new Error(error.message);
  const exact: Report = report;
  // @ts-expect-error there is no such function
  sextant.guess();
  // @ts-expect-error a number is no file
  void createSextant({ wasm: 7 });
  const others: Promise<unknown>[] = [createInline(), createTools(), createInlineTools()];
  await Promise.all(others);
  return exact.total.revenue;
}

export const unpack = <T>({ ok, value, error }: Result<T>): T => {
  if (!ok) throw new Error(error.message);
  return value;
};
