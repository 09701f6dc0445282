/** The package brings types under its former name only. */
declare module '@mixmark-io/domino' {
  const domino: { createDocument(html?: string): Document }
  export default domino
}
