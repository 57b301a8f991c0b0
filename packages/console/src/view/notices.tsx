import { useEffect } from 'preact/hooks';
import type { Notice } from '../model/state.ts';
import { useConsole, useView } from './context.ts';
import { Icon } from './icon.tsx';
import { useNames } from './use-names.ts';

const SHOWN_MS = 8_000;

export function Notices() {
  const { notices } = useConsole();
  return (
    <div class="notices" role="alert">
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const { texts, model } = useView();
  const names = useNames();
  const { id, code, about } = notice;
  const { dropNotice } = model.actions;
  const name = about ? names.visitor(about) : '';
  useEffect(() => {
    const timer = setTimeout(() => dropNotice(id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [id, dropNotice]);
  return (
    <p class="notice">
      <span dir="auto">{texts.notices[code](name)}</span>
      <button
        class="icon-button"
        aria-label={texts.dropNotice}
        onClick={() => dropNotice(id)}
      >
        <Icon name="close" />
      </button>
    </p>
  );
}
