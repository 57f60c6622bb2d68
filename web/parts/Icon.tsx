/** Line icons on a 24 px grid, drawn for this project. Each is one path, stroked. */
const paths = {
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM15.3 15.3 20 20',
  calendar:
    'M8 3v4M16 3v4M4 9.5h16M11 20H6a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v4M17.5 14a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM17.5 16v1.7l1.2.8',
  map: 'M9 4 3.5 6v14L9 18l6 2 5.5-2V4L15 6 9 4ZM9 4v14M15 6v14',
  chart: 'M4 20h16M7 16.5v-5M12 16.5V6M17 16.5v-8',
  table: 'M5 4h14a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1ZM4 9.5h16M4 15h16M10 9.5V20',
  file: 'M13 3H7a1.5 1.5 0 0 0-1.5 1.5v15A1.5 1.5 0 0 0 7 21h10a1.5 1.5 0 0 0 1.5-1.5v-11L13 3ZM13 3v5.5h5.5M9 13h6M9 16.5h6',
  inbox: 'M4 13h4.5l1.5 3h4l1.5-3H20M4 13v5.5A1.5 1.5 0 0 0 5.5 20h13a1.5 1.5 0 0 0 1.5-1.5V13l-3-8H7l-3 8Z',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  book: 'M5 19V5.5A1.5 1.5 0 0 1 6.5 4H19v16H6.5A1.5 1.5 0 0 1 5 18.5 1.5 1.5 0 0 1 6.5 17H19M9 8h6',
  menu: 'M4 6.5h16M4 12h16M4 17.5h16',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'M6 9.5l6 6 6-6',
  left: 'M14.5 6l-6 6 6 6',
  right: 'M9.5 6l6 6-6 6',
  up: 'M6 14.5l6-6 6 6',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  home: 'M4 11.5 12 4l8 7.5M6 10v9.5h12V10M10 19.5V14h4v5.5',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1.2 1.2M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1.2-1.2',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M6 11h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1Z',
  unlock: 'M7 11V8a5 5 0 0 1 9.6-2M6 11h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1Z',
  layers: 'M12 4 3.5 8.5 12 13l8.5-4.5L12 4ZM4 12.5l8 4.3 8-4.3M4 16.3l8 4.3 8-4.3',
  download: 'M12 4v11M7.5 11 12 15.5 16.5 11M4.5 19.5h15',
  history: 'M4 12a8 8 0 1 1 2.5 5.8M4 12H2.2M4 12l2-2.5M12 8v4.3l3 1.7',
  offline:
    'M3 3l18 18M5 10.5a11 11 0 0 1 4-2.4M12 7.5c2.7 0 5.2 1.1 7 3M8 14a6 6 0 0 1 3-1.4M16 14.2a6 6 0 0 0-1-.8M12 18.5h.01',
  warning: 'M12 4 2.8 19.5h18.4L12 4ZM12 10v4.5M12 17h.01',
  retry: 'M20 11a8 8 0 0 0-14.3-4L4 9M4 4v5h5M4 13a8 8 0 0 0 14.3 4L20 15M20 20v-5h-5',
  previous: 'M6 5v14M18 5.5 9.5 12l8.5 6.5v-13Z',
  next: 'M18 5v14M6 5.5 14.5 12 6 18.5v-13Z',
  source: 'M13 3H7a1.5 1.5 0 0 0-1.5 1.5v15A1.5 1.5 0 0 0 7 21h10a1.5 1.5 0 0 0 1.5-1.5v-11L13 3ZM9 11h6M9 14h6M9 17h4',
  arrow: 'M4 12h15M13.5 6.5 19 12l-5.5 5.5',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  user: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM4.5 20a7.5 7.5 0 0 1 15 0',
  clinic: 'M12 4.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15Z',
  diamond: 'M12 3.5 20.5 12 12 20.5 3.5 12 12 3.5Z',
  edit: 'M4 20l1-4.5L16 4.5 19.5 8l-11 11L4 20ZM13.5 7l3.5 3.5',
  undo: 'M9 5 4.5 9.5 9 14M5 9.5h9a5.5 5.5 0 0 1 0 11h-3',
  redo: 'M15 5l4.5 4.5L15 14M19 9.5h-9a5.5 5.5 0 0 0 0 11h3',
  scales: 'M12 4v16M8 20h8M5 7h14M5 7l-2.5 6.5a2.6 2.6 0 0 0 5 0L5 7ZM19 7l-2.5 6.5a2.6 2.6 0 0 0 5 0L19 7Z',
  send: 'M4 12 20 4l-4 16-4.5-6.5L4 12ZM11.5 13.5 20 4',
} as const

export type IconName = keyof typeof paths

/** An icon. Decorative: the word beside it, or the button's label, carries the meaning. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
