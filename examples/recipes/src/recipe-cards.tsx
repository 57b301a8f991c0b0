import type { ReactNode } from 'react';
import type { Recipe } from './recipes.ts';
import { Link } from './router.tsx';

export function RecipeCards(props: {
  readonly recipes: readonly Recipe[];
}): ReactNode {
  return (
    <ul className="grid wide">
      {props.recipes.map(({ id, line, minutes, picture, title }) => (
        <li className="card" key={id}>
          <img
            className="picture"
            src={`/examples/brand/pictures/${picture}`}
            alt=""
            width="960"
            height="540"
          />
          <div>
            <h3>
              <Link to={`${id}/`}>{title}</Link>
            </h3>
            <p className="quiet">
              {line} {minutes} minutes.
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
