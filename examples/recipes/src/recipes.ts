export interface Recipe {
  readonly id: string;
  readonly title: string;
  readonly picture: string;
  readonly minutes: number;
  readonly line: string;
  readonly serves: number;
  /** Grams, or pieces where `unit` is empty; for `serves`. */
  readonly needs: readonly (readonly [
    amount: number,
    unit: string,
    what: string,
  ])[];
  readonly steps: readonly string[];
}

export const RECIPES: readonly Recipe[] = [
  {
    id: 'garden-soup',
    title: 'Garden soup',
    picture: 'soup.svg',
    minutes: 40,
    line: 'What the garden has too much of, in one pot.',
    serves: 4,
    needs: [
      [600, 'g', 'pumpkin'],
      [2, '', 'onions'],
      [30, 'g', 'butter'],
      [800, 'ml', 'stock'],
    ],
    steps: [
      'Melt the butter, and give the onions ten slow minutes in it.',
      'Add the pumpkin in pieces that you can lift with a spoon.',
      'Cover with stock, and cook until a fork meets no resistance.',
    ],
  },
  {
    id: 'night-bread',
    title: 'Night bread',
    picture: 'bread.svg',
    minutes: 60,
    line: 'Fifteen minutes of work, and a night that does the rest.',
    serves: 6,
    needs: [
      [400, 'g', 'strong flour'],
      [320, 'g', 'water'],
      [8, 'g', 'salt'],
      [1, 'g', 'dry yeast'],
    ],
    steps: [
      'Stir everything together in the evening, and cover it.',
      'Fold it four times in the morning.',
      'Bake it under a lid at 240 degrees, and without one at the end.',
    ],
  },
  {
    id: 'flat-eggs',
    title: 'Flat eggs',
    picture: 'carbon-pan.svg',
    minutes: 8,
    line: 'Crisp below, soft above, and off the pan by themselves.',
    serves: 2,
    needs: [
      [4, '', 'eggs'],
      [20, 'g', 'butter'],
    ],
    steps: [
      'Heat the dry pan until a drop of water runs about in it.',
      'Butter first, eggs after, and leave them alone.',
    ],
  },
  {
    id: 'copper-caramel',
    title: 'Copper caramel',
    picture: 'copper-saucepan.svg',
    minutes: 20,
    line: 'Three things and a thermometer.',
    serves: 8,
    needs: [
      [200, 'g', 'sugar'],
      [90, 'g', 'butter'],
      [120, 'ml', 'cream'],
    ],
    steps: [
      'Melt the sugar without stirring; tilt the pan instead.',
      'Butter in pieces, then the cream in a thread.',
      'Stop at 118 degrees, and pour.',
    ],
  },
];

/** Recipes in whose words all of the question's stand. */
export function findRecipes(question: string): readonly Recipe[] {
  const words = question.toLowerCase().split(/\s+/).filter(Boolean);
  return RECIPES.filter(({ title, line, needs }) => {
    const text = `${title} ${line} ${needs.join(' ')}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
