const NAME = 'tenon-company';

/** Says in the page's head whose page it is. Windows of one browser share a session, and another of them may switch company meanwhile. */
export function CompanyOfPage({ id }: { id: string }) {
  return <meta name={NAME} content={id} />;
}

/** Whose page this is; undefined for a page that is no company's. */
export function companyOfPage(): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name="${NAME}"]`)?.content;
}
