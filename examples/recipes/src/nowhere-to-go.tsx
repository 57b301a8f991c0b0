import { useBeckonAttributes } from 'beckon/react';
import type { ReactNode } from 'react';
import { Link } from './router.tsx';

export function NowhereToGo(): ReactNode {
  useBeckonAttributes({ type: 'error', code: 'no-page' });
  return (
    <section className="prose">
      <h1>There is no such recipe</h1>
      <p>
        <Link to="">These there are.</Link>
      </p>
    </section>
  );
}
