import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { App } from './app.tsx';

// StrictMode stays on in what is built: an app that is careful may have it so.
const root = document.querySelector('#app');
if (root)
  hydrateRoot(
    root,
    <StrictMode>
      <App />
    </StrictMode>,
  );
