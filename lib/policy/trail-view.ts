// Who may do what with a saved view of the trail.

export type ViewOwnership = { readonly staffId: string; readonly shared: boolean };

/** Who looks: their id, and whether they are the data protection officer of this panel. */
export type ViewReader = { readonly staffId: string; readonly isDpo: boolean };

/** A view is seen by who saved it; a shared one by everyone who may read the panel's trail. */
export function maySeeView(view: ViewOwnership, reader: ViewReader): boolean {
  return view.shared || view.staffId === reader.staffId;
}

/** Who saved a view names and shares it; a shared one of somebody who has gone can be put right by the officer. */
export function mayChangeView(view: ViewOwnership, reader: ViewReader): boolean {
  return view.staffId === reader.staffId || (view.shared && reader.isDpo);
}
