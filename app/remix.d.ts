import '@remix-run/node'

declare module '@remix-run/node' {
  // What the flag in remix.config.js does to the types of loaders and actions.
  interface Future {
    v3_singleFetch: true
  }
}
