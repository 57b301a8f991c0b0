import { useView } from './context.ts';

/** A bubble that beckons. */
export function Logo() {
  const { texts } = useView();
  return (
    <span class="logo">
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path
          class="logo-bubble"
          d="M12 2.5c5.5 0 9.5 3.7 9.5 8.6s-4 8.7-9.5 8.7c-1 0-2-.1-2.9-.4L4.4 21.6c-.5.2-1-.2-.8-.8l1-3.7C3.300 15.500 2.500 13.400 2.500 11.100 2.500 6.200 6.500 2.500 12 2.500z"
        />
        <path
          class="logo-mark"
          d="M8 11.300c1.200 2.400 3 3 4.300 1.300s2-3.800 3.700-3.300"
        />
      </svg>
      <span class="logo-name">{texts.product}</span>
    </span>
  );
}
