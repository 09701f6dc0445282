// A module of its own, as a "worker" (see root.tsx): only lessons without a recording load it.
import address from '~/enhance/listen-main.ts?worker&url'

/** Address of the script that reads a text aloud. */
export const listenScript = address
