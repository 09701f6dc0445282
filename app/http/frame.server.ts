import type { AppLoadContext } from '@remix-run/node'
import { hasRole, mayCoordinate, mayOversee, maySeeContentState } from '~/domain/accounts/policy'
import { directionOf, isLanguage, sourceLanguage } from '~/i18n/languages'
import type { Frame } from './frame'

/**
 * What the frame of a page shows.
 * @param search the query with its question mark, so that the language switch stays where the reader is
 */
export function frameOf(pathname: string, search: string, context: AppLoadContext): Frame {
  const [, segment, ...rest] = pathname.split('/')
  const language = isLanguage(segment) ? segment : sourceLanguage
  const account = context.session?.account
  return {
    language,
    direction: directionOf(language),
    path: isLanguage(segment) ? rest.join('/').replace(/\/+$/, '') + search : '',
    embedded: rest[0] === 'embed',
    formToken: context.formToken,
    account: account
      ? {
          userName: account.userName,
          // Who coordinates finds her groups among the others.
          leadsGroups: hasRole(account, 'trainer') && !mayCoordinate(account),
          mayCoordinate: mayCoordinate(account),
          mayManage: mayOversee(account) || maySeeContentState(account),
        }
      : null,
  }
}
