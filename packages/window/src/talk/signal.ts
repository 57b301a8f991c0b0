import type { Signal } from './talk-ports.ts';

const NOTES_HZ = [784, 1047];
const NOTE_S = 0.09;
const LOUDNESS = 0.08;

/** Sound made on the spot, for there are no files of it (HP3); and the count in
 * the tab's title. */
export function createSignal(): Signal {
  let audio: AudioContext | undefined;
  /** Ours, and what was there before it. */
  let title: { readonly ours: string; readonly theirs: string } | undefined;

  const play = (frequency: number, at: number) => {
    if (!audio) return;
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.type = 'sine';
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(LOUDNESS, at + 0.015);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + NOTE_S * 3);
    tone.connect(volume).connect(audio.destination);
    tone.start(at);
    tone.stop(at + NOTE_S * 3);
  };
  return {
    wake() {
      try {
        audio = audio ?? new AudioContext();
        void audio.resume().catch(() => {});
      } catch {
        // A device without sound.
      }
    },
    chime() {
      const { currentTime = 0 } = audio ?? {};
      NOTES_HZ.forEach((note, i) => play(note, currentTime + i * NOTE_S));
    },
    count(unread) {
      // The page may have changed it since; then it is the page's again.
      if (title && document.title === title.ours) document.title = title.theirs;
      title = undefined;
      if (!unread) return;
      const theirs = document.title;
      const ours = `(${unread}) ${theirs}`;
      title = { ours, theirs };
      document.title = ours;
    },
  };
}
