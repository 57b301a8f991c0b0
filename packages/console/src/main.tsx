import { render } from 'preact';
import { createBrowserPorts } from './adapters/browser-ports.ts';
import { createConsole } from './model/create-console.ts';
import { App } from './view/app.tsx';
import { createView, ViewProvider } from './view/context.ts';

const root = document.getElementById('console');
if (root) {
  const ports = createBrowserPorts();
  const view = createView(createConsole(ports), () => ports.now());
  root.textContent = '';
  render(
    <ViewProvider value={view}>
      <App />
    </ViewProvider>,
    root,
  );
}
