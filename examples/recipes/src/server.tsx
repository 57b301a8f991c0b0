import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { App } from './app.tsx';
import { RECIPES } from './recipes.ts';
import { ServerRoute } from './router.tsx';

/** Every page that there is, for a server or for building them ahead. */
export const ROUTES: readonly string[] = [
  '',
  'search/',
  ...RECIPES.map(({ id }) => `${id}/`),
];

export function render(route: string): string {
  return renderToString(
    <StrictMode>
      <ServerRoute.Provider value={route}>
        <App />
      </ServerRoute.Provider>
    </StrictMode>,
  );
}
