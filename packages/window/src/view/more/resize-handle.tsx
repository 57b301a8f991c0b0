import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { Size } from '../../model/memory.ts';
import { useScene } from '../scene.ts';

const STEP_PX = 24;
const MIN: Size = { width: 300, height: 360 };

/** Which way each arrow goes; the handle is at the free corner. */
const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface ResizeHandleProps {
  readonly dialog: RefObject<HTMLElement | null>;
}

/** Makes the panel larger or smaller, by pointer or arrow keys (WM1). */
export function ResizeHandle({ dialog }: ResizeHandleProps) {
  const { actions, state, words } = useScene();
  const [vertical, horizontal] = (state.look.position ?? 'bottom-right').split(
    '-',
  );
  const signX = horizontal === 'right' ? -1 : 1;
  const signY = vertical === 'bottom' ? -1 : 1;
  const begun = useRef<{ x: number; y: number; size: Size } | undefined>(
    undefined,
  );

  const sizeNow = (): Size => {
    const { offsetHeight = 0, offsetWidth = 0 } = dialog.current ?? {};
    return { width: offsetWidth, height: offsetHeight };
  };
  const resize = (from: Size, x: number, y: number) =>
    actions.resize({
      width: Math.round(Math.max(MIN.width, from.width + signX * x)),
      height: Math.round(Math.max(MIN.height, from.height + signY * y)),
    });
  const press = (event: KeyboardEvent) => {
    const [x, y] = ARROWS[event.key] ?? [];
    if (x === undefined || y === undefined) return;
    event.preventDefault();
    resize(sizeNow(), x * STEP_PX, y * STEP_PX);
  };
  return (
    <button
      type="button"
      class="resize"
      aria-label={words.say('resize')}
      onKeyDown={press}
      onPointerDown={({ clientX, clientY, currentTarget, pointerId }) => {
        begun.current = { x: clientX, y: clientY, size: sizeNow() };
        currentTarget.setPointerCapture(pointerId);
      }}
      onPointerMove={({ clientX, clientY }) => {
        const from = begun.current;
        if (from) resize(from.size, clientX - from.x, clientY - from.y);
      }}
      onPointerUp={() => (begun.current = undefined)}
      onPointerCancel={() => (begun.current = undefined)}
    />
  );
}
