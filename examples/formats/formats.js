/* Shows the offer that is chosen; the choice stands in the address. */
const form = document.querySelector('#choice');
let shown;

for (const [name, value] of new URLSearchParams(location.hash.slice(1)))
  if (form.elements[name]) form.elements[name].value = value;

form.addEventListener('change', show);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  show();
});
show();

function show() {
  const { format, words, direction } = form.elements;
  // As the address: no page view, which would take the offer away.
  const choice = new URLSearchParams(
    [format, words, direction].map(({ name, value }) => [name, value]),
  );
  history.replaceState(null, '', `#${choice}`);
  document.documentElement.dir = direction.value;
  if (shown) window.beckon('hide', shown);
  // A corner has no picture.
  const hasPicture = !format.value.startsWith('corner');
  const said = words.value === 'picture' && !hasPicture ? 'short' : words.value;
  shown = `${format.value}-${said}`;
  window.beckon('show', shown, { force: true });
}
