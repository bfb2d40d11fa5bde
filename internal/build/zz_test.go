package build
import ("testing";"context";"encoding/json";"os";"fmt";"gongkai/internal/finding")
func TestZZ(t *testing.T){
 r,s,err:=Run(context.Background(),Options{Source:os.Getenv("ZSRC"),Destination:os.Getenv("ZDST")})
 b,_:=json.MarshalIndent(r,"","  ");fmt.Println(string(b),err)
 if s!=nil { finding.WriteText(os.Stdout,s.Findings.All(),finding.TextOptions{Lang:"en",Max:5}) }
}
