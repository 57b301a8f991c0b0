/*
 * The page keeps the choice and tells Beckon on every load: the tag keeps none
 * of its own (ST1). Who says no is remembered by nothing, and asked once a tab.
 */
const KEY = 'journal-consent';
const CHOICES = {
  all: { storage: true, tracking: true },
  storage: { storage: true, tracking: false },
  none: { storage: false, tracking: false },
};

const dialog = document.querySelector('#consent');

function readChoice() {
  const [, choice] = document.cookie.match(/journal-consent=(\w+)/) ?? [];
  return choice;
}

function keepChoice(choice) {
  const age = choice === 'none' ? 0 : 180 * 86400;
  document.cookie = `${KEY}=${choice}; max-age=${age}; path=/examples/consent; samesite=lax`;
}

dialog.addEventListener('close', () => {
  const choice = dialog.returnValue;
  if (!(choice in CHOICES)) return;
  keepChoice(choice);
  window.beckon?.('consent', CHOICES[choice]);
});

document.querySelector('[data-consent]').addEventListener('click', () => {
  dialog.show();
});

const choice = readChoice();
if (choice) window.beckon?.('consent', CHOICES[choice]);
else dialog.show();
