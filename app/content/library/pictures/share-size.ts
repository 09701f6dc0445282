/** Pixels of the picture that goes with a link: the size that chats and social sites ask for. */
export const shareSize = { width: 1200, height: 630 } as const
