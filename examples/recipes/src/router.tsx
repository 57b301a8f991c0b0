import {
  createContext,
  useContext,
  useSyncExternalStore,
  type MouseEvent,
  type ReactNode,
} from 'react';

/** Where the app stands; every route is below it. */
export const BASE = '/examples/recipes/';

/** The route that is rendered on a server, which has no location. */
export const ServerRoute = createContext<string | undefined>(undefined);

const CHANGED = 'recipes:route';

/** The part of the address after the app's own, with its query. */
export function useRoute(): string {
  const atServer = useContext(ServerRoute);
  return useSyncExternalStore(
    subscribe,
    readRoute,
    () => atServer ?? readPath(),
  );
}

export function navigate(route: string): void {
  history.pushState({}, '', `${BASE}${route}`);
  dispatchEvent(new Event(CHANGED));
}

/** A link of the app: it works without a script, too. */
export function Link(props: {
  readonly to: string;
  readonly className?: string;
  readonly children: ReactNode;
}): ReactNode {
  const { to, className, children } = props;
  const follow = (event: MouseEvent) => {
    const isPlain = !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (event.button !== 0 || !isPlain) return;
    event.preventDefault();
    navigate(to);
    scrollTo(0, 0);
  };
  return (
    <a href={`${BASE}${to}`} className={className} onClick={follow}>
      {children}
    </a>
  );
}

function readRoute(): string {
  return `${location.pathname}${location.search}`.slice(BASE.length);
}

/** What was rendered ahead knows of no query. */
function readPath(): string {
  return location.pathname.slice(BASE.length);
}

function subscribe(run: () => void): () => void {
  addEventListener('popstate', run);
  addEventListener(CHANGED, run);
  return () => {
    removeEventListener('popstate', run);
    removeEventListener(CHANGED, run);
  };
}
