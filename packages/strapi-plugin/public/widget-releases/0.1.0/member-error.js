class r extends Error{constructor(r,s=r,t=0,e={}){super(s),this.kind=r,this.status=t,this.details=e,this.name="MemberError"}}export{r as M};
