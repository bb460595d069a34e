const e={version:"Edition",pageCount:"Pages",updatedOn:"Updated",menus:"Menus"};export{e as en};
