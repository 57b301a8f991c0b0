/** How wide a terminal is taken to be. */
export const COLUMNS = 100;

/**
 * Breaks a text at blanks into lines that fit beside an indent.
 *
 * @param indent Columns that each line will be moved by.
 * @returns At least one line; a longer word stands alone.
 */
export function wrap(text: string, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (line && indent + longer.length > COLUMNS) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
