// Hub.Domain carries only attributes; the codecs of its records are generated here.
[assembly: GenerateCodeForDeclaringAssembly(typeof(Hub.Domain.Refusal))]
