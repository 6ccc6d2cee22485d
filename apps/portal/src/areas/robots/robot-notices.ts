import { noticeTitle, ROBOT_KINDS, type NoticeLanguage } from '@tenon/domain/notices';
import type { NoticeKind } from '../../generated/documents';

/** The kinds that robots may be told of, as the api and as people call them. */
export function robotNotices(language: NoticeLanguage): readonly { readonly kind: NoticeKind; readonly title: string }[] {
  return ROBOT_KINDS.map((kind) => ({ kind: kind.replaceAll(/[.-]/g, '_').toUpperCase() as NoticeKind, title: noticeTitle(kind, language) }));
}
