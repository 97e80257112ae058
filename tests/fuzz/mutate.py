"""Mutates the programs of tests/scripts by tokens and lines and runs them: no panic, no signal, no silent hang.

    python3 tests/fuzz/mutate.py target/debug/hoop SECONDS [SEED]

Findings go to /tmp/hoop-mutants, one line each: name, exit status, where it panicked. Signal 24 is the limit of five
seconds of CPU time, -6 with "alloc" the limit of 1 GiB: both can be what the mutant asks for.
"""
import random,subprocess,glob,sys,os,resource,hashlib,time,re
exe=os.path.abspath(sys.argv[1]); seconds=float(sys.argv[2]); seed=int(sys.argv[3]) if len(sys.argv)>3 else int(time.time()); random.seed(seed)
root=os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
files=glob.glob(root+'/tests/scripts/**/*.py',recursive=True)+glob.glob(root+'/examples/**/*.py',recursive=True)
texts=[open(f,errors='replace').read() for f in files]
alllines=[l for t in texts for l in t.split('\n') if l.strip()]
tok=re.compile(r'\w+|\s+|[^\w\s]')
words=[w for t in texts for w in tok.findall(t) if not w.isspace()]
kw="await async def class return yield lambda try except finally with for while if else del global nonlocal raise in is not and or match case None True False self __class__ super() *args **kw import from as pass break continue assert := -> ** // @ ... 0 -1 1<<62 2**64 1e400 '' b'' [] {} () {*()} [*x] print(locals()) gc.collect() del(x) f'{x!r:>10}' next(g) g.close() g.throw(ValueError) x=x [][:] exec('x=1')".split(' ')
banned=re.compile(r'os\.(remove|unlink|rmdir|rename|kill|system|truncate)|shutil|rmtree|open\(')
def mutate(t):
    lines=t.split('\n')
    for _ in range(random.choice([1,1,2,3,5,8])):
        k=random.random()
        if k<0.15 and lines: del lines[random.randrange(len(lines))]
        elif k<0.3 and lines:
            i=random.randrange(len(lines)); lines.insert(i,lines[random.randrange(len(lines))])
        elif k<0.42:
            lines.insert(random.randrange(len(lines)+1),random.choice(alllines))
        elif k<0.5 and len(lines)>1:
            i=random.randrange(len(lines)); j=random.randrange(len(lines)); lines[i],lines[j]=lines[j],lines[i]
        elif k<0.55 and lines:
            i=random.randrange(len(lines)); lines[i]=random.choice(['    ','  ','']) + (lines[i] if random.random()<.5 else lines[i].lstrip())
        elif lines:
            i=random.randrange(len(lines)); ts=tok.findall(lines[i])
            if not ts: continue
            j=random.randrange(len(ts)); r=random.random()
            if r<0.3: ts[j]=random.choice(words)
            elif r<0.55: ts[j]=random.choice(kw)
            elif r<0.7: del ts[j]
            elif r<0.85: ts.insert(j,random.choice(kw))
            else: ts.insert(j,ts[random.randrange(len(ts))])
            lines[i]=''.join(ts)
    return '\n'.join(lines)
def limits():
    resource.setrlimit(resource.RLIMIT_CPU,(5,6)); resource.setrlimit(resource.RLIMIT_AS,(1<<30,1<<30)); resource.setrlimit(resource.RLIMIT_FSIZE,(1<<22,1<<22))
    os.nice(5)
d=f'/tmp/hoop-mutants/w{seed}'; os.makedirs(d,exist_ok=True)
end=time.time()+seconds; n=0; seen=set()
while time.time()<end:
    t=mutate(random.choice(texts))
    if banned.search(t): continue
    f=f'{d}/m.py'; open(f,'w').write(t); n+=1
    try:
        p=subprocess.run([exe,f],capture_output=True,timeout=12,stdin=subprocess.DEVNULL,cwd=d,preexec_fn=limits)
        rc,err=p.returncode,p.stderr.decode(errors='replace')
    except subprocess.TimeoutExpired: rc,err='timeout',''
    if (isinstance(rc,int) and (rc<0 or rc==101)) or 'panicked at' in err or rc=='timeout':
        m=re.search(r'panicked at ([^\n]*)\n([^\n]*)',err)
        key=(rc if not m else 'panic',m and m.group(1)) 
        if m is None and 'memory allocation' in err: key=(rc,'alloc')
        if rc in(-24,-9): key=(rc,'cpu')
        name=hashlib.md5(t.encode()).hexdigest()[:8]
        if key in seen and key[1]!='cpu' : continue
        if key in seen and random.random()>.1: continue
        seen.add(key)
        open(f'/tmp/hoop-mutants/{name}.py','w').write(t)
        print(name,rc,key,m and m.group(2), 'alloc' if 'memory allocation' in err else '',flush=True)
print('mutants',n,flush=True)
