/**
 * Keeps what is told until somebody is ready for it, and passes it on from then
 * on: between subscribing and reading the database nothing gets lost.
 */
export function holdNews<News>(listener: (news: News) => void): {
  tell(news: News): void;
  release(): void;
} {
  let held: News[] | undefined = [];
  return {
    tell(news) {
      if (held) held.push(news);
      else listener(news);
    },
    release() {
      const waiting = held ?? [];
      held = undefined;
      for (const news of waiting) listener(news);
    },
  };
}
