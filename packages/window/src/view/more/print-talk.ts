/** While the conversation is printed: nothing else, and all of it. */
const PRINT_CSS = `
@media print {
  body { display: none !important; }
  html { overflow: visible !important; }
}
`;

/** WF6 */
export function printTalk(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(PRINT_CSS);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  print();
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
    (each) => each !== sheet,
  );
}
