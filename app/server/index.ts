// The entry of the server build; app/commands start it.
export { createApp } from './app'
export { prepare, serve } from './serve'
