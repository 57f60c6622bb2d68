/** What is said while the map is drawn, apart from all other texts: it is said before they are there. */
export const loadingWord = { da: 'Tegner kortet', en: 'Drawing the map' } as const
