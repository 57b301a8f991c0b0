import { BeckonProvider } from 'beckon/react';
import { useEffect, type ReactNode } from 'react';
import { BookPage } from './book-page.tsx';
import { Log } from './log.tsx';
import { NowhereToGo } from './nowhere-to-go.tsx';
import { RecipePage } from './recipe-page.tsx';
import { RECIPES } from './recipes.ts';
import { Link, useRoute } from './router.tsx';
import { SearchPage } from './search-page.tsx';

export function App(): ReactNode {
  return (
    <BeckonProvider site="fernway-recipes" origin="http://localhost:4700">
      <header className="top">
        <div>
          <a className="brand" href="/examples/">
            <img
              src="/examples/brand/favicon.svg"
              alt=""
              width="28"
              height="28"
            />
            Fernway recipes
          </a>
          <nav aria-label="Pages">
            <Link to="">All recipes</Link>
            <Link to="search/">Search</Link>
          </nav>
          <a className="plain" href="/examples/">
            All examples
          </a>
        </div>
      </header>
      <main>
        <Page route={useRoute()} />
        <Log />
      </main>
    </BeckonProvider>
  );
}

function Page({ route }: { readonly route: string }): ReactNode {
  const [path = '', query = ''] = route.split('?');
  const name = path.replace(/\/$/, '');
  const recipe = RECIPES.find(({ id }) => id === name);
  const title = recipe?.title ?? (name === 'search' ? 'Search' : 'Recipes');
  useEffect(() => {
    document.title = `${title} · Fernway`;
  }, [title]);
  if (recipe) return <RecipePage key={recipe.id} recipe={recipe} />;
  if (name === 'search')
    return <SearchPage question={new URLSearchParams(query).get('q') ?? ''} />;
  return name === '' ? <BookPage /> : <NowhereToGo />;
}
