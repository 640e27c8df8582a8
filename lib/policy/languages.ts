// Languages a notice may be published in besides English: what they call themselves, and which way they are written
// (UK GDPR 12(1); law.md TR-4). Tags are BCP 47.

type Language = { readonly tag: string; readonly english: string; readonly own: string; readonly rtl?: true };

export const languages: readonly Language[] = [
  { tag: "en", english: "English", own: "English" },
  { tag: "cy", english: "Welsh", own: "Cymraeg" },
  { tag: "gd", english: "Scottish Gaelic", own: "Gàidhlig" },
  { tag: "ga", english: "Irish", own: "Gaeilge" },
  { tag: "am", english: "Amharic", own: "አማርኛ" },
  { tag: "ar", english: "Arabic", own: "العربية", rtl: true },
  { tag: "bn", english: "Bengali", own: "বাংলা" },
  { tag: "bg", english: "Bulgarian", own: "Български" },
  { tag: "zh-Hans", english: "Chinese (simplified)", own: "简体中文" },
  { tag: "zh-Hant", english: "Chinese (traditional)", own: "繁體中文" },
  { tag: "fr", english: "French", own: "Français" },
  { tag: "gu", english: "Gujarati", own: "ગુજરાતી" },
  { tag: "hi", english: "Hindi", own: "हिन्दी" },
  { tag: "it", english: "Italian", own: "Italiano" },
  { tag: "ckb", english: "Kurdish (Sorani)", own: "کوردی", rtl: true },
  { tag: "lt", english: "Lithuanian", own: "Lietuvių" },
  { tag: "pa", english: "Panjabi", own: "ਪੰਜਾਬੀ" },
  { tag: "ps", english: "Pashto", own: "پښتو", rtl: true },
  { tag: "fa", english: "Persian", own: "فارسی", rtl: true },
  { tag: "pl", english: "Polish", own: "Polski" },
  { tag: "pt", english: "Portuguese", own: "Português" },
  { tag: "ro", english: "Romanian", own: "Română" },
  { tag: "so", english: "Somali", own: "Soomaali" },
  { tag: "es", english: "Spanish", own: "Español" },
  { tag: "ti", english: "Tigrinya", own: "ትግርኛ" },
  { tag: "tr", english: "Turkish", own: "Türkçe" },
  { tag: "uk", english: "Ukrainian", own: "Українська" },
  { tag: "ur", english: "Urdu", own: "اردو", rtl: true },
  { tag: "vi", english: "Vietnamese", own: "Tiếng Việt" },
  { tag: "yi", english: "Yiddish", own: "ייִדיש", rtl: true },
];

/** The language of a tag, or one that is only called by its tag. */
export function languageOf(tag: string): Language {
  return languages.find((one) => one.tag === tag) ?? { tag, english: tag, own: tag };
}

/** Which way a language is written. */
export function directionOf(tag: string): "ltr" | "rtl" {
  return languageOf(tag).rtl === true ? "rtl" : "ltr";
}
