/// Words that claims about many tables use: they are no names of things that a table lacks.
///
/// Written by .bench/common-words.py from TabFact's training claims (MIT, data CC BY 4.0): 1915 words that stand in claims about eight tables or more.
enum CommonWords {
    static func contains(_ word: String) -> Bool { words.contains(word) }

    private static let words = Set(list.split(separator: " ").map(String.init))

    private static let list = """
        a aa aaa aaron about above academy accident according achieved acquired active actor actress adam adams adelaide afc africa african after again \
        against age agg ahead air aircraft airdate aired airlines airport al alabama alan albert albion album albums alex alexander alfa ali all allen almost \
        also always am america american americans among amount an anaheim and anderson andre andretti andrew andy angel angeles angels anna annual another \
        anthony antonio any anyone appearances appeared appears appointed appointment apps april arden are area arena arizona arkansas arm army arnold around \
        arsenal arthur articles artist as asian assist assists associated at athlete athletes athletic athletics atlanta atlantic atp attendance attended \
        attendees auburn auckland aug august austin australia australian austria authority available average averages avg award awarded awards away ayrton b \
        back badminton bailey baker baltimore bank barcelona barry baseball based basketball bay bbc bc be beach bears beat became because been before began \
        behind beijing being belgian belgium belgrade bell belongs below ben bengals berlin best better between big bigger bike bill billion bills billy bird \
        birmingham birth bishop black blazers blocks blue blues bmw bob bobby body bonus born bosh boston both bottom bowl bowling boys brabham bradford \
        bradley brandon brazil brazilian brett brian bridge brisbane britain british brm broadcast broncos bronze brooklyn brought brown browns bruce bruins \
        brunswick bryan bryant bucks buffalo builder building buildings built bulgaria bulldogs bulls but butler by bye c calendar calgary california call \
        called callsign came campbell can canada canadian canadiens cancelled candidate candidates canucks capacity capita capital capitals caps captain car \
        cardiff cardinals career carl carlo carlos carlton carolina carpet cars carter catalog catalogue category cats cavaliers cb cbs cc cd celtic celtics \
        census center centerfold central centre ceremony cerro cfl chad challenge champion champions championship championships change channel channels \
        character chargers charles charlie charlotte chart chassis chelsea chen chevrolet chicago chiefs china chinese choice chosen chris christian church \
        cincinnati circuit cities city clark class classic classification clay cleveland clippers close club clubs cm co coach coast code colin coliseum \
        college collingwood collision color colorado colors colts columbia column com combined come comes coming common community companies company compared \
        competed competing competition competitions competitor competitors completed conceded conditions conference congress connecticut consecutive \
        conservative constituency constructed construction constructor content contest contestant cooper core corio corresponds cost cosworth count countries \
        country county couples course court coventry cover cowboys craig created credit cricket cross crowd crystal cup cups current currently curtis cuts \
        czech d da dale dallas dan dance daniel danny darren data date dated dates dave david davis day days de dead death deaths debut dec december decile \
        decision defeated defensive del delta democrat democratic democrats denmark dennis denny density denver departure derby derrick despite detroit devin \
        di diameter dick did didn died diego diesel difference different digital directed director dirk distance district districts division dixon do does \
        dolphins don donald done double doubles doug douglas down dr draft drafted drama draw drawn draws drew drive driven driver drivers driving drove \
        dublin due duke duncan duration during dynamo e each eagles earlier earliest early earned earnings east eastern ed eddie edition edmonton edward eight \
        either el elected election elections electric elevation eleven eliminated els else end ended ends eng engine engines england english enrollment \
        entered entire entrant entries entry episode episodes equal equivalent er eric ernie erp ers esp essendon et euro europe european even evening event \
        events ever every exact exactly exceeded except express extra f fa faced falcons fall falls family fans far faster fastest fc featured features feb \
        february fee feet fell female ferrari few fewer fewest field fifa fifth fight fights figure fiji film films final finale finals finish finished \
        finishes finland first fitzroy five flames floors florida floyd flyers fm followed following football footscray for force ford foreign forest form \
        format former formula forward found founded four fourteen fourth fox france francisco frank franklin fred free freestyle french frequencies frequency \
        friday friendly from front ft fuel full g gain galaxy game games garden gary gas gave gdp geelong gene general genre george georgia german germany get \
        giants girl girls given glen glenferrie glenn go goal goals goes going gold golden golds golf golfers good gordon got governor gp graham grand grant \
        grass great greater greatest greece greek green greg grid grizzlies gross ground group gt guard guest guy h ha haas had hale half hall ham hamilton \
        hampshire hand happened hard harris harry has have having hawks hawthorn hcards he head heat height held henry her high higher highest hill hills his \
        history hit hockey hold holds home hometown honda hong hornets horse host hosted hour hours house houston howard hp hs hughes hungarian hungary hunter \
        i ian iata icao ice id if ihsaa ii iii il illinois in include included includes including income incumbent incumbents india indian indiana indians \
        individual indoor information innings institution international interview into iowa ireland is island islanders isn israel issue issued it italian \
        italy its ivan j jack jackson jacques james jamie jan january japan japanese jason jay jays jazz jean jeff jefferson jennifer jeremy jerry jersey jets \
        jim jimmy jockey joe john johnny johnson joined jon jonathan jones jordan jose joseph josé jr juan judge july jun junction june junior just justin k \
        kansas kardinia kawasaki keith kelly ken kent kentucky kevin kg kickoff kilda kilometers kim king kingdom kingdome kings km km2 km² knicks knights \
        known ko kong korea kw kyle l la label lady laid lake lakers land lane language lap laps larger largest larry las last lasted later latest latin \
        latitude launch launched laura lb le lead leader leading leafs league least lebron led lee leeds left leg length leo less level lewis liberal license \
        life light lightning like line linebacker lions list listed listing little live liverpool local located location locations locomotive locomotives \
        london long longer longest longitude lopez lorenzo los lose loser losing loss losses lost lotus louis louisiana louisville love low lower lowest lp \
        luis luke m ma made madison madrid magic main major majority make malaysia male males man manager managers manchester manuel manufacturer many maple \
        mar marc march marcus margin maria mario mark market martin mary maryland mascot maserati mason mass master masters match matches matt matthew max \
        maximum may mcg mclaren me measured medal medals media melbourne member members memorial memory memphis men mens mercedes meters method metre \
        metropolitan mexico mhz mi miami michael michigan mid middle miguel mike milan mile miles miller million millions milwaukee min minimum minister \
        minnesota minutes miss mississippi missouri mitchell mixed mm model models money monte month months montreal moore more morgan morocco morris moscow \
        most motor motorcycle motorsport motorsports mount mountain mountains movie moving mph mr multiple munich municipal municipality music musical my n na \
        name named names nashville nation national nationality nations nba nbc nc nd nearly neil neither nelson netherlands network never new newcastle newman \
        next nfl nhl nick nicklaus nickname nicole night nine ninth no nominated nomination nominee non none nor norman north northern norway not notes nov \
        nova november now number numbers ny o oakland obtained occasions occured occurred oct october of off offensive office official often ohio oilers \
        oklahoma old oldest oliver olympic olympics on once one only ontario open opened opponent opponents opposed opposing opposition or order oregon \
        original originally orioles orlando orleans oslo ot other others ottawa out outcome outgoing outside oval over overall overtime owned owner owns p \
        pacific packers palace palmer panthers par paris parish park part participate participated partner partnered party passengers past pat patrick \
        patriots paul peak peaks pedro penguins penn pennsylvania people per percent percentage performance performed period perry person perth pete peter \
        peterborough pga phil philadelphia philippines phillips phoenix pick picked picks pierre pilot pirates pistons pitcher pittsburgh place placed places \
        placing plate platform play played player players playing playoff playoffs plays pm podiums point points poland pole poles polish poll pop popular \
        population port portland portsmouth portugal pos position positions postponed power premier premiere premiered present president pressure previous \
        price primary prime prince princes princess prior private prix prize pro processor produced product production professional program provided province \
        ps pts public published puerto punt purdue purse q qf qual qualification qualified qualify qualifying quantity quarter quarterback quebec queen queens \
        queensland r race raced racer races raceway rachel racing radio rafael raiders railway ralph rams ran range rangers rank ranked ranking ranks raptors \
        rate rating ratings ratio ray raymond rb rd re reached real rebound rebounds received receiver recent record recorded records red redskins region \
        regular release released renault replaced replay report reported represent representative representatives represented representing represents republic \
        republican republicans resigned respectively rest result resulted resulting results retired revenue rfc rich richard richmond rick rider riders right \
        river road rob robert roberts robinson rock rockets roger role roll romania rome romeo ron rose ross round rounds rovers row rowers roy royal royals \
        rugby run runner runners running runs russell russia russian ryan s sacked saint saints sam same san santa santiago santos sarah saturday saw sc \
        school schools schumacher score scored scorer scores scoring scotland scott scottish sea seahawks sean season seasons seat seats seattle sebastian \
        second seconds see segment selected semi semifinal semifinals senators senior senna sep separate sept september series served service set sets seven \
        several sf share she sheffield shell ship ships shirt shorter shortest shot show showed shown shows side sign silver silvers simon since singapore \
        singh single singles site six sixteen sixth size skip sky slam slovenia slowest smaller smallest smith so soccer sold some someone sometime song songs \
        sound source south southern soviet sox sp spain spanish speed speedway sponsor sport sports spring square sr st stade stadion stadium stage standard \
        stanley star stars start started starting starts state states station stations status steals steelers stefan stephen steve steven stewart still \
        stockholm stolen stone storm story straight streak street stroke strokes stuart students studio style subject submission successor sum summer sun \
        sunday super supersonics supporting surface surfaces sutton suzuki sweden swimmer switzerland sydney system sébastien t t1 t10 t3 t8 table tackle take \
        taken takes tall tallest tampa taylor td team teams tech television ten tennessee tennis term terry test texas th thailand than that the their them \
        theme then there these they third thirteen thirty this thomas thompson those thousand three through throughout ticket tie tied tier ties tiger tigers \
        tight tim time times title titled titles tko to todd tokyo tom tommy tony took top toronto torque total totals touchdowns tour tournament tournaments \
        tower town toyota track tracks tracy trail train trainer transfer translation trevino tries trophy troy try turkey tv twelve twenty twice twickenham \
        two tx type types tyre u uefa ufc uk ukraine unanimous under union united university unknown unopposed until up us usa usd use used uses utah v v8 \
        vacancy valley value values van vancouver vehicle venue version versus very vfl via victor victoria victory viewed viewers vikings villa village vinyl \
        virginia visited visiting visitor visitors volleyball volume vote votes vs w wade wales walker walter wanderers war ward warriors was washington wasn \
        watched water waterloo watson way wayne wc we website wednesday week weekly weeks weight well wells went were west western what wheel when where which \
        while white who whose wickets wide wildcats will william williams wilson wimbledon win window windows windy wing wings winner winners winning winnipeg \
        wins winter wisconsin with withdrawn within without women womens won wood woods word work works world worse worst wr wrestling wright writer written \
        wrote x yamaha yankees yards year years yes york you young your zealand zero
        """
}
