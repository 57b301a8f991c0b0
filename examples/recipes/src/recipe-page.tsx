import { useBeckonPage } from 'beckon/react';
import { useState, type ReactNode } from 'react';
import type { Recipe } from './recipes.ts';

export function RecipePage({ recipe }: { readonly recipe: Recipe }): ReactNode {
  const { minutes, picture, steps, title } = recipe;
  useBeckonPage({ sections: ['recipe', title] });
  return (
    <div className="columns">
      <article>
        <p className="kicker">{minutes} minutes</p>
        <h1>{title}</h1>
        <img
          className="picture"
          src={`/examples/brand/pictures/${picture}`}
          alt=""
          width="960"
          height="540"
        />
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {/* An embedded offer stands here: React leaves it alone. */}
        <div id="recipe-note" className="slot low" />
      </article>
      <aside>
        <Needs recipe={recipe} />
      </aside>
    </div>
  );
}

function Needs({ recipe }: { readonly recipe: Recipe }): ReactNode {
  const [serves, setServes] = useState(recipe.serves);
  return (
    <section className="panel">
      <h2>What you need</h2>
      <p className="steps">
        <span aria-live="polite">For {serves}</span>
        <button
          type="button"
          className="link"
          onClick={() => setServes(Math.max(1, Math.round(serves / 2)))}
        >
          Half of it
        </button>
        <button
          type="button"
          className="link"
          onClick={() => setServes(Math.min(48, serves * 2))}
        >
          Twice as much
        </button>
      </p>
      <ul>
        {recipe.needs.map(([amount, unit, what]) => (
          <li key={what}>
            {Math.round((amount * serves) / recipe.serves)} {unit} {what}
          </li>
        ))}
      </ul>
    </section>
  );
}
