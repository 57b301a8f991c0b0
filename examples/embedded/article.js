/* Tabs, and comments that come when asked for, with a place of their own. */
const COMMENTS = [
  ['Ruth', 'Wet hands, then the dough does not stick. It took me a year.'],
  ['Amir', 'I bake it in the casserole from the first minute. Works.'],
];

for (const button of document.querySelectorAll('[data-tab]')) {
  button.addEventListener('click', () => {
    for (const panel of document.querySelectorAll('[data-panel]')) {
      panel.hidden = panel.dataset.panel !== button.dataset.tab;
    }
  });
}

document.querySelector('#show-comments').addEventListener('click', (event) => {
  const place = document.querySelector('#comments');
  const isOpen = place.childElementCount > 0;
  event.currentTarget.textContent = isOpen ? 'Show 2 comments' : 'Hide them';
  place.replaceChildren(...(isOpen ? [] : comments()));
});

function comments() {
  const slot = document.createElement('div');
  slot.id = 'after-comments';
  slot.className = 'slot low';
  const quotes = COMMENTS.map(([who, words]) => {
    const quote = document.createElement('p');
    const name = document.createElement('strong');
    name.textContent = `${who}: `;
    quote.append(name, words);
    return quote;
  });
  return [...quotes, slot];
}
