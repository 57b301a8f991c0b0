import { useBeckonPage } from 'beckon/react';
import type { ReactNode } from 'react';
import { RecipeCards } from './recipe-cards.tsx';
import { RECIPES } from './recipes.ts';

export function BookPage(): ReactNode {
  useBeckonPage({ sections: ['book'] });
  return (
    <>
      <section>
        <p className="kicker">From our kitchen</p>
        <h1>Four things that we cook every week</h1>
      </section>
      <RecipeCards recipes={RECIPES} />
    </>
  );
}
