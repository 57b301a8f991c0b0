import type { Signal } from './talk-ports.ts';

const NOTES_HZ = [784, 1047];
const NOTE_S = 0.09;
const LOUDNESS = 0.08;

/** A character that nobody sees stands around our part of the title, so that the
 * tag can leave it out of page views (PG4, the core's `adapters/page.ts`). */
const MARK = '\u2060';
const OURS = new RegExp(`^${MARK}.*${MARK}`);

/**
 * Sound made on the spot, for there are no files of it (HP3), the count in the
 * tab's title, and the browser's notifications.
 *
 * @param name Of what is notified: a newer one takes its place, in all tabs.
 */
export function createSignal(name: string): Signal {
  let audio: AudioContext | undefined;
  let shown: Notification | undefined;

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
      // Whatever the page made of it since, what is ours goes.
      const theirs = document.title.replace(OURS, '');
      const title = unread ? `${MARK}(${unread}) ${MARK}${theirs}` : theirs;
      if (document.title !== title) document.title = title;
    },
    notify({ clicked, text, title: from }) {
      shown?.close();
      try {
        // Whether it sounds is decided by the visitor's mute.
        shown = new Notification(from, { body: text, tag: name, silent: true });
      } catch {
        // Not allowed any more, or a phone's.
        return;
      }
      shown.onclick = () => {
        focus();
        clicked();
      };
    },
    unnotify() {
      shown?.close();
      shown = undefined;
    },
  };
}
