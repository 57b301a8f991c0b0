/**
 * While the conversation is printed: nothing else, and all of it. One sheet for
 * the page and for the window's root, where the later of two `:host` wins.
 */
const PRINT_CSS = `
@media print {
  body, .composer, .ended, .notice, .tools, .header .icon-button, .resize, .to-end { display: none !important; }
  html { overflow: visible !important; }
  :host { position: static !important; }
  .root .window { display: block; position: static; width: auto; height: auto; box-shadow: none; }
  .window, .middle, .transcript { display: block; overflow: visible; }
  .bubble { break-inside: avoid; print-color-adjust: exact; }
}
`;

/**
 * WF6
 *
 * @param root Of the window.
 */
export function printTalk(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(PRINT_CSS);
  const places = [document, root];
  for (const place of places)
    place.adoptedStyleSheets = [...place.adoptedStyleSheets, sheet];
  print();
  for (const place of places)
    place.adoptedStyleSheets = place.adoptedStyleSheets.filter(
      (each) => each !== sheet,
    );
}
