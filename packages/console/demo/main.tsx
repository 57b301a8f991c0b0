import { render } from 'preact';
import { createConsole } from '../src/model/create-console.ts';
import { createFakePorts } from '../src/testing/fake-ports.ts';
import { NOW, ROBIN } from '../src/testing/people.ts';
import { App } from '../src/view/app.tsx';
import { createView, ViewProvider } from '../src/view/context.ts';
import { CANNED, SCENES } from './scenes.ts';

/*
 * The real model and view on a gateway that is a list of frames: never shipped,
 * for looking at states. ?scene=talk&dir=rtl
 */
const query = new URLSearchParams(location.search);
const scene = SCENES[query.get('scene') ?? 'talk'] ?? { frames: [] };
document.documentElement.dir = query.get('dir') ?? 'ltr';

const fake = createFakePorts({
  clock: {
    now: () => NOW,
    later(run, ms) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  },
});
fake.answers.set(
  'GET /v1/agents/me',
  scene.agent === 'nobody'
    ? { status: 401, body: undefined }
    : { status: 200, body: { agent: ROBIN } },
);
fake.answers.set('GET /v1/agents/canned', {
  status: 200,
  body: { canned: CANNED },
});
fake.answers.set('POST /v1/agents/login', { status: 401, body: undefined });

const model = createConsole(fake.ports);
const view = createView(model, () => NOW, 'en-GB', 'UTC');
const root = document.getElementById('console');
if (root) {
  render(
    <ViewProvider value={view}>
      <App />
    </ViewProvider>,
    root,
  );
}
if (scene.agent !== 'nobody') setTimeout(play, 20);

function play() {
  fake.open();
  fake.push(...scene.frames);
  model.actions.select(scene.selected);
  if (query.get('scene') === 'failed') fail();
  if (scene.isLost) fake.drop();
  document.documentElement.dataset['ready'] = 'yes';
}

function fail() {
  model.actions.write('c-ada', 'message', 'This one is refused.');
  const [sent] = fake.sent('message');
  if (!sent) return;
  const { clientId, conversationId } = sent;
  fake.push({
    type: 'problem',
    code: 'not-masked',
    clientId,
    conversationId,
  });
  model.actions.write('c-ada', 'message', 'And this one is on its way.');
}
