/* A plan in four steps. The address says which one, and what was chosen. */
const STEPS = [
  {
    route: 'hob',
    title: 'What do you cook on?',
    choices: ['Gas', 'Electric', 'Induction'],
    next: 'pans',
  },
  {
    route: 'pans',
    title: 'How many eat with you?',
    choices: ['One', 'Two', 'Four', 'The whole street'],
    next: 'list',
  },
  {
    route: 'list',
    title: 'What you need',
    choices: ['Send me the list'],
    next: 'done',
  },
  { route: 'done', title: 'It is on its way', choices: [] },
];

const chosen = {};

function readStep() {
  const [, route] = location.hash.match(/^#\/(\w+)/) ?? [];
  return STEPS.find((step) => step.route === route);
}

function render() {
  const step = readStep() ?? STEPS[0];
  document.title = `${step.title} · Fernway`;
  document.querySelector('#steps').replaceChildren(
    ...STEPS.map(({ route, title }) => {
      const item = document.createElement('li');
      item.textContent = title;
      if (route === step.route) item.setAttribute('aria-current', 'step');
      return item;
    }),
  );
  const heading = document.createElement('h1');
  heading.textContent = step.title;
  const things = step.route === 'list' ? [list()] : [];
  document
    .querySelector('#view')
    .replaceChildren(heading, ...things, ...choices(step));
}

function choices({ route, choices: words, next }) {
  return words.map((word) => {
    const link = document.createElement('a');
    link.className = 'button light';
    link.href = `#/${next}`;
    link.textContent = word;
    link.addEventListener('click', () => (chosen[route] = word));
    const line = document.createElement('p');
    line.append(link);
    return line;
  });
}

function list() {
  const things = ['Iron casserole', 'Carbon steel pan', 'Cook’s knife'];
  things.push(
    chosen.hob === 'Induction' ? 'Steel saucepan' : 'Copper saucepan',
  );
  if (chosen.pans === 'The whole street') things.push('A second casserole');
  const items = document.createElement('ul');
  items.append(
    ...things.map((thing) => {
      const item = document.createElement('li');
      item.textContent = thing;
      return item;
    }),
  );
  return items;
}

addEventListener('hashchange', render);
render();
