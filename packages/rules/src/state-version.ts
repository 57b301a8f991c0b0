/** Of the saved state; another is dropped (SE4). */
export const STATE_VERSION = 1;
