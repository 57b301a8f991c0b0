import {
  useBeckon,
  useBeckonAttributes,
  useBeckonPage,
  useBeckonReady,
} from 'beckon/react';
import type { FormEvent, ReactNode } from 'react';
import { RecipeCards } from './recipe-cards.tsx';
import { findRecipes } from './recipes.ts';
import { navigate } from './router.tsx';

export function SearchPage({
  question,
}: {
  readonly question: string;
}): ReactNode {
  const found = findRecipes(question);
  const keywords = question.split(/\s+/).filter(Boolean);
  useBeckonPage({ sections: ['search'] });
  useBeckonAttributes(
    question
      ? [
          { type: 'search', keywords },
          ...(found.length === 0
            ? [{ type: 'error', code: 'no-recipe' } as const]
            : []),
        ]
      : undefined,
  );
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget).get('q');
    if (typeof given === 'string')
      navigate(`search/?q=${encodeURIComponent(given)}`);
  };
  return (
    <>
      <section className="panel">
        <h1>Search</h1>
        <form onSubmit={search}>
          <label>
            What is in your cupboard
            <input
              name="q"
              type="search"
              key={question}
              defaultValue={question}
            />
          </label>
          <button>Search</button>
        </form>
      </section>
      {found.length === 0 ? (
        <NothingFound question={question} />
      ) : (
        <RecipeCards recipes={question ? found : []} />
      )}
    </>
  );
}

function NothingFound({ question }: { readonly question: string }): ReactNode {
  const beckon = useBeckon();
  const isReady = useBeckonReady();
  return (
    <section className="prose">
      <p>No recipe has all of “{question}”.</p>
      {isReady && (
        <p>
          <button
            type="button"
            className="light"
            onClick={() => beckon.show('no-recipe')}
          >
            Ask the cook
          </button>
        </p>
      )}
    </section>
  );
}
