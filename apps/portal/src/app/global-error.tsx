'use client';

/** The last resort, when not even the words could be loaded: both languages, no styles of ours. */
export default function BrokenSite({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="zh-CN">
      <body style={{ fontFamily: 'system-ui, sans-serif', maxWidth: '36rem', margin: '20vh auto', padding: '0 1.5rem', lineHeight: 1.6 }}>
        <h1 style={{ fontSize: '1.25rem' }}>页面没有打开。</h1>
        <p>数据没有丢。请再试一次；还是不行的话，过一会儿再来。</p>
        <p lang="en">The page did not open. No data was lost; please try again.</p>
        <button type="button" onClick={retry} style={{ font: 'inherit', padding: '0.5rem 1rem' }}>
          再试一次 · Try again
        </button>
      </body>
    </html>
  );
}
