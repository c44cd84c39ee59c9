/** Whether a pasted text is a block of a spreadsheet: more than one value. */
export const isBlock = (text: string): boolean => /[\t\n]./s.test(text.replace(/[\r\n]+$/, ''));
