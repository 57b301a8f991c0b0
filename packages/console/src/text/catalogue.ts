import type { AgentStatus, EventBody } from '@beckon/schema/types';
import type { LoginError, NoticeCode } from '../model/state.ts';

/** Every word of the console, in English. Names come in as they are shown. */
export const TEXTS = {
  product: 'Beckon',
  desk: 'The agent’s desk',
  visitor: (id: string) => `Visitor ${id}`,
  skipToTalk: 'Skip to the conversation',
  login: {
    title: 'Log in',
    lead: 'To talk with your visitors',
    email: 'E-mail',
    password: 'Password',
    show: 'Show password',
    submit: 'Log in',
    busy: 'Logging in…',
    lapsed: 'Your session has ended. Log in to go on where you were.',
    unreachable: 'The gateway can’t be reached.',
    tryAgain: 'Try again',
    checking: 'One moment…',
    errors: {
      refused: 'E-mail and password don’t match.',
      'too-many': 'Too many attempts. Wait a minute, then try again.',
      unreachable: 'The gateway can’t be reached. Check your connection.',
      failed: 'Something went wrong on the gateway. Try again.',
    } satisfies Record<LoginError, string>,
  },
  status: {
    label: 'Your status',
    names: {
      online: 'Online',
      away: 'Away',
      offline: 'Offline',
    } satisfies Record<AgentStatus, string>,
    capacity: (used: number, most: number) => `${used} of ${most}`,
    capacityLabel: (used: number, most: number) =>
      `${used} of ${most} conversations in use`,
  },
  menu: {
    label: 'Menu',
    mute: 'Mute sounds',
    unmute: 'Turn sounds on',
    shortcuts: 'Keyboard shortcuts',
    logOut: 'Log out',
  },
  lists: {
    label: 'Conversations',
    own: 'Yours',
    waiting: 'Waiting',
    over: 'Done',
    ownEmpty: 'No open conversations.',
    waitingEmpty: 'Nobody is waiting.',
    waitingAway: 'You’re not online, so nobody is offered to you.',
    goOnline: 'Go online',
    unread: (count: number) =>
      count === 1 ? '1 unread message' : `${count} unread messages`,
    you: 'You:',
    typing: 'typing…',
    waits: (length: string) => `waiting ${length}`,
    nothingSaid: 'Nothing written yet',
    ends: (time: string) => `Ends at ${time} unless somebody writes`,
    accept: 'Accept',
    accepting: 'Accepting…',
    decline: 'Decline',
    acceptWho: (name: string) => `Accept ${name}`,
    declineWho: (name: string) => `Decline ${name}`,
    full: 'You have as many conversations as you can take.',
    dismiss: (name: string) => `Remove ${name} from the list`,
    ended: 'Ended',
    left: 'No longer yours',
  },
  talk: {
    transcript: (name: string) => `Conversation with ${name}`,
    nothing: 'Nothing selected',
    nothingText: 'Pick a conversation, or take who waits longest.',
    allQuiet: 'All quiet',
    allQuietText: 'Who asks for help appears on the left, with a sound.',
    notOnline: 'You’re not online',
    notOnlineText: 'Go online, and who asks for help appears on the left.',
    acceptNext: 'Accept next',
    back: 'Back to the list',
    visitor: 'Visitor',
    transfer: 'Transfer',
    end: 'End',
    close: 'Close',
    retry: 'Try again',
    discard: 'Discard',
    typing: (name: string) => `${name} is typing`,
    note: 'Private note',
    noteOf: (name: string) => `Private note, ${name}`,
    behind: 'Getting what is missing…',
    behindFailed: 'Some messages could not be loaded.',
    newMessages: 'New messages',
    moved: 'Went to',
    statuses: {
      sending: 'Sending',
      sent: 'Sent',
      delivered: 'Delivered',
      read: 'Read',
      failed: 'Not sent',
    },
    reasons: (code: string | undefined) =>
      FAILED[code ?? ''] ?? 'The gateway did not take it.',
    waitingTitle: (skill: string) => `Waiting in ${skill}`,
    over: {
      ended: 'This conversation has ended.',
      left: 'This conversation is no longer with you.',
    },
  },
  composer: {
    label: 'Message',
    noteLabel: 'Private note',
    placeholder: (name: string) => `Write to ${name}`,
    placeholderCanned: (name: string) =>
      `Write to ${name}. Type / for canned answers`,
    notePlaceholder: 'Only agents see this note',
    mode: 'What you write',
    reply: 'Reply',
    note: 'Note',
    send: 'Send',
    addNote: 'Add note',
    canned: 'Canned answers',
    noCanned: 'No canned answer fits.',
    tooLong: (over: string) => `${over} characters too long`,
    left: (count: string) => `${count} left`,
    hint: 'Enter sends, Shift+Enter begins a line',
  },
  happened: (body: EventBody, name: string, target: string): string => {
    switch (body.kind) {
      case 'joined':
        return `${name} joined`;
      case 'left':
        return body.why === 'lost'
          ? `${name} lost the connection`
          : `${name} left`;
      case 'transferred':
        return `${name} transferred to ${target}`;
      case 'warned':
        return `Nobody has written for long. It ends at ${target} unless somebody does`;
      case 'ended':
        return body.by === 'agent' ? `${name} ended it` : ENDED[body.by];
      case 'message':
        return '';
    }
  },
  system: 'The gateway',
  somebody: 'An agent',
  aColleague: 'a colleague',
  visitorPanel: {
    label: 'Visitor',
    known: 'About',
    language: 'Language',
    device: 'Device',
    platforms: { desktop: 'Desktop', tablet: 'Tablet', mobile: 'Phone' },
    on: (browser: string, system: string) => `${browser} on ${system}`,
    unknownBrowser: 'Unknown browser',
    from: 'Came from',
    direct: 'Opened the site directly',
    visits: 'Visits',
    visitCount: (count: number) =>
      count === 1 ? 'First visit' : `${count} visits`,
    lastVisit: (ago: string) => `last ${ago}`,
    since: 'On the site',
    sinceFor: (length: string) => `for ${length}`,
    pages: 'Pages',
    now: 'Now',
    before: (count: number) =>
      count === 1 ? '1 page before' : `${count} pages before`,
    more: (count: number) => `Show ${count} more`,
    untitled: 'Untitled page',
    opens: '(opens in a new tab)',
    why: 'Why the offer showed',
    campaign: 'Campaign',
    noReason: 'The visitor opened the chat.',
    site: 'Site',
    attributes: 'What the site reported',
  },
  transfer: {
    title: (name: string) => `Transfer ${name}`,
    to: 'To',
    skills: 'Skills',
    colleagues: 'Colleagues',
    nobody: 'There is nobody to transfer to.',
    note: 'Note for whoever takes it',
    notePlaceholder: 'What was it about? Only agents see this.',
    submit: 'Transfer',
    cancel: 'Cancel',
  },
  endDialog: {
    title: (name: string) => `End the conversation with ${name}?`,
    text: 'The visitor sees that you ended it.',
    submit: 'End conversation',
    cancel: 'Keep it open',
  },
  connection: {
    connecting: 'Connecting…',
    reconnecting: 'Connection lost. Reconnecting…',
    retryIn: (seconds: number) =>
      `Connection lost. Trying again in ${seconds} s. What you write is kept and sent then.`,
  },
  notices: {
    taken: (name: string) => `Somebody else took ${name}.`,
    'accept-failed': (name: string) => `${name} could not be accepted.`,
    'action-failed': (name: string) =>
      `That didn’t work for ${name}. Try again.`,
    transferred: (name: string) => `${name} was handed over.`,
    left: (name: string) => `${name} is with somebody else now.`,
    lost: (name: string) => `${name} is no longer with you.`,
    'rate-limited': () => 'Too fast for the gateway. Wait a moment.',
  } satisfies Record<NoticeCode, (name: string) => string>,
  dropNotice: 'Dismiss',
  spoken: {
    message: (name: string, text: string) => `${name}: ${text}`,
    elsewhere: (name: string) => `New message from ${name}`,
    ending: (name: string) =>
      `The conversation with ${name} ends soon, because nobody writes`,
    waiting: (name: string, skill: string) => `${name} is waiting in ${skill}`,
    lost: 'Connection lost',
    back: 'Connected again',
  },
  shortcuts: {
    title: 'Keyboard shortcuts',
    close: 'Close',
    singleKeys: 'The key ? opens this list',
    singleKeysText: 'Off, Ctrl+/ still does. On a Mac, Alt is Option.',
    groups: {
      everywhere: 'Everywhere',
      writing: 'While writing',
    },
  },
  pageTitle: (unread: number, name: string | undefined) =>
    `${unread > 0 ? `(${unread}) ` : ''}${name ? `${name} · ` : ''}Beckon`,
} as const;

const ENDED = {
  consumer: 'The visitor ended the conversation',
  idle: 'The conversation ended because nobody wrote',
} as const;

/** By the gateway's codes (its README). */
const FAILED: Readonly<Record<string, string>> = {
  'message-too-long': 'It is too long.',
  'frame-too-large': 'It is too long.',
  'unknown-conversation': 'The conversation is not yours any more.',
  'conversation-ended': 'The conversation has ended.',
  'not-masked': 'The text could not be checked in time.',
};

export type Texts = typeof TEXTS;
