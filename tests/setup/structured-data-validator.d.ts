/** The checker of schema.org data that the tests use; it comes without types. */
declare module '@adobe/structured-data-validator' {
  export interface Issue {
    issueMessage: string
    severity: 'ERROR' | 'WARNING'
    path: { type?: string; property?: string; index?: number }[]
  }
  export default class Validator {
    /** @param vocabulary schema.org as JSON-LD */
    constructor(vocabulary: { '@graph': object[] })
    validate(data: { jsonld: Record<string, object[]> }): Promise<Issue[]>
  }
}
